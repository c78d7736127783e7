import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Go to another page of the desk（打开页面）by its address, filters included. */
export function useLeave(): (address: string) => void {
  const navigate = useNavigate();
  return useCallback((address) => void navigate({ href: address }), [navigate]);
}
