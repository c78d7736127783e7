import { useRef, useState } from 'react';
import { refusedOf } from './read.ts';
import type { Refused } from './refused.ts';

export interface Sending<Input> {
  busy: boolean;
  error: Refused | undefined;
  send(input: Input): Promise<void>;
  clear(): void;
}

/** Send a change once, however often the button is touched（防重复提交）. @param onDone - only after the server answered yes */
export function useSend<Input, Answer>(change: (input: Input) => Promise<Answer>, onDone: (answer: Answer) => void): Sending<Input> {
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Refused>();

  const send = async (input: Input) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setError(undefined);
    try {
      onDone(await change(input));
    } catch (problem) {
      setError(refusedOf(problem));
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { busy, error, send, clear: () => setError(undefined) };
}
