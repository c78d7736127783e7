import './tokens.css';

export { themeOf } from './theme.ts';
export { applyTypeSize, setTypeSize, type TypeSize, typeSizeLabel, typeSizes, useTypeSize } from './type-size.ts';
