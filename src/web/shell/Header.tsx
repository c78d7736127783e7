import { Go } from '#web/page';
import { useMe } from '#web/session';
import { PersonMenu } from './PersonMenu.tsx';
import { TypeSizeSwitch } from './TypeSizeSwitch.tsx';

/** 页眉: the name, the search, the type size, and who one is. */
export function Header({ onSearch, menuOpen, onMenu }: { onSearch(): void; menuOpen: boolean; onMenu(): void }) {
  const { simulated, may } = useMe();
  return (
    <header className="header on-brand no-print">
      <button type="button" className="header-button header-menu" aria-expanded={menuOpen} aria-controls="menu" onClick={onMenu}>
        菜单
      </button>
      <Go to="/" className="header-name">
        夯基
      </Go>
      {simulated && <span className="header-simulated">模拟数据</span>}
      <div className="header-space" />
      {may('organization.read') && (
        <button type="button" className="header-button" onClick={onSearch}>
          查找<kbd>Ctrl K</kbd>
        </button>
      )}
      <TypeSizeSwitch />
      <PersonMenu />
    </header>
  );
}
