import type { ThemeConfig } from 'antd';
import type { TypeSize } from './type-size.ts';

const measures: Record<TypeSize, { fontSize: number; controlHeight: number }> = {
  standard: { fontSize: 14, controlHeight: 32 },
  large: { fontSize: 18, controlHeight: 44 },
  huge: { fontSize: 22, controlHeight: 52 },
};

const still = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

const link = '#1D4F91';

/** The design tokens that antd must know（设计变量）; with these every text has at least 4.5 to 1 contrast. */
export const themeOf = (size: TypeSize): ThemeConfig => ({
  token: {
    ...measures[size],
    colorPrimary: '#B8161B',
    colorLink: link,
    colorError: '#A8071A',
    colorText: '#1F2329',
    colorTextSecondary: '#4E5969',
    colorTextDescription: '#595959',
    colorTextTertiary: '#595959',
    colorTextPlaceholder: '#6B6B6B',
    colorBorder: '#86909C',
    borderRadius: 4,
    fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif',
    motion: !still,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
  // Red is for the brand and for what is late: what one hovers or types into is blue.
  components: {
    Button: {
      defaultShadow: 'none',
      primaryShadow: 'none',
      dangerShadow: 'none',
      defaultHoverBorderColor: link,
      defaultHoverColor: link,
      defaultActiveBorderColor: link,
      defaultActiveColor: link,
    },
    Select: { activeBorderColor: link, hoverBorderColor: link, activeOutlineColor: 'rgb(29 79 145 / 20%)', optionSelectedBg: '#EAF1FB' },
  },
});
