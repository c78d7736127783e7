import { useState } from 'react';
import { Dialog } from './Dialog.tsx';

const shapes = { normal: '●', near: '▲', overdue: '■', 'not-started': '○' } as const;
const words = { normal: '正常', near: '临期', overdue: '逾期', 'not-started': '未启动' } as const;
export type LampColour = keyof typeof shapes;

/** 灯: shape, word and colour, always all three. With `because` it opens to the rule, the date and the source. */
export function Lamp({ lamp, because, count }: { lamp: LampColour; because?: string; count?: number }) {
  const [open, setOpen] = useState(false);
  const face = (
    <>
      <span aria-hidden="true">{shapes[lamp]}</span> {words[lamp]}
      {count !== undefined && ` ${count}`}
    </>
  );
  if (!because) return <span className={`lamp lamp-${lamp}`}>{face}</span>;
  return (
    <>
      <button type="button" className={`lamp lamp-${lamp}`} onClick={() => setOpen(true)} title="看看这盏灯是怎么来的">
        {face}
      </button>
      {open && (
        <Dialog title={`为什么是“${words[lamp]}”`} onClose={() => setOpen(false)}>
          <p>{because}</p>
          <p className="quiet">灯色由系统按时限和今天的日期计算，不由人填写。</p>
        </Dialog>
      )}
    </>
  );
}
