import { type Lamp as LampWord, lampLabel } from '../../rules/states.ts';

const shapes: Record<LampWord, string> = { normal: '●', near: '▲', overdue: '■', 'not-started': '○' };

/** 灯: shape, word and colour, always all three. A closed item carries none and says so. */
export function Lamp({ lamp }: { lamp: LampWord | undefined }) {
  if (!lamp) return <span className="lamp closed">已办结</span>;
  return (
    <span className={`lamp ${lamp}`}>
      <span aria-hidden="true">{shapes[lamp]}</span>
      {lampLabel[lamp]}
    </span>
  );
}
