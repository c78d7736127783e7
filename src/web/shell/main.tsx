import '#web/parts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient, whenSignedOut } from '#web/api';
import { applyTypeSize, themeOf, useTypeSize } from '#web/tokens';
import './shell.css';
import { router } from './router.tsx';

dayjs.locale('zh-cn');
applyTypeSize();

whenSignedOut(() => {
  const { pathname, searchStr } = router.state.location;
  if (pathname === '/sign-in' || pathname === '/set-up') return;
  void router.navigate({ href: `/sign-in?back=${encodeURIComponent(pathname + searchStr)}`, replace: true });
});

const popupIn = (node?: HTMLElement): HTMLElement => node?.closest('dialog') ?? document.body;

function Desk() {
  return (
    <ConfigProvider locale={zhCN} theme={themeOf(useTypeSize())} button={{ autoInsertSpace: false }} wave={{ disabled: true }} getPopupContainer={popupIn}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

const root = document.getElementById('desk');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  );
}
