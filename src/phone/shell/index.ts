import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTypeSize } from '#web/tokens';
import './phone.css';
import { App } from './App.tsx';

const root = document.getElementById('phone');
applyTypeSize();
if (root) createRoot(root).render(createElement(StrictMode, null, createElement(App)));
