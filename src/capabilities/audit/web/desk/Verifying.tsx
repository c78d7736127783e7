import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Dialog, Refused, TextField } from '#web/parts';
import { audits } from '../queries.ts';

/** 核验日志: recounts every seal; with a seal noted down outside, a cut tail shows as well. */
export function Verifying() {
  const [asking, setAsking] = useState(false);
  const [number, setNumber] = useState('');
  const [digest, setDigest] = useState('');
  const { mutate, isPending, error, data } = useMutation(audits.verifyJournal.mutationOptions({ onSuccess: () => setAsking(false) }));
  const act = () => mutate(number && digest ? { mark: { number: Number(number), digest: digest.trim().toLowerCase() } } : {});

  return (
    <>
      {data && (
        <section className={data.intact ? 'panel audit-result' : 'panel audit-result broken'} role="status">
          <h2>{data.intact ? '● 日志完整' : '■ 日志被动过'}</h2>
          <p>
            重新计算了 {data.seals} 个封条、{data.entries} 条日志
            {data.last && `，最后一个封条是第 ${data.last.number} 号`}。
          </p>
          <ul>
            {data.findings.map(({ seal, problem, sentence }) => (
              <li key={`${seal}-${problem}`}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="audit-result">
        <Button type="primary" onClick={() => setAsking(true)}>
          核验全部日志
        </Button>
      </p>
      {asking && (
        <Dialog title="核验日志" onClose={() => setAsking(false)} submit={{ label: '开始核验', pending: isPending, act }}>
          <p>从第一个封条起全部重新计算。有抄在外面的封条，一并填上，尾部被截断也查得出来。</p>
          <TextField label="封条号（可以不填）" type="number" min={1} value={number} onChange={(event) => setNumber(event.target.value)} />
          <TextField label="封条摘要（可以不填）" hint="64 位，从打印的封条上抄。" value={digest} onChange={(event) => setDigest(event.target.value)} />
          <Refused error={error} />
        </Dialog>
      )}
    </>
  );
}
