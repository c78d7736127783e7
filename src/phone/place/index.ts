export { go, keepScroll, Link, replace, scrollKept, useAddress } from './place.tsx';
