export { go, Link, replace, useAddress } from './place.tsx';
