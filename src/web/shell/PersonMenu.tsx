import { useEffect, useRef, useState } from 'react';
import { Go } from '#web/page';
import { signOut, switchGrant, useMe } from '#web/session';

/** 我的: where one works now, the other grants to switch to, own sessions and password, and the way out. */
export function PersonMenu() {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc anywhere inside closes the menu
    <div ref={box} className="person-menu" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <button type="button" className="header-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {me.organizationName} · {me.name}
        <span aria-hidden="true"> ▾</span>
      </button>
      {open && (
        <div className="person-menu-list">
          <p className="quiet">现在的身份：{me.grant.roleLabel}</p>
          {me.grants.length > 1 && (
            <>
              <h2>换一个身份</h2>
              <ul>
                {me.grants.map((grant) => (
                  <li key={grant.id}>
                    <button type="button" disabled={grant.id === me.grant.id} onClick={() => void switchGrant(grant.id)}>
                      {grant.organizationName} · {grant.roleLabel}
                      {grant.id === me.grant.id && '（现在）'}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <ul>
            <li>
              <Go to="/account" onClick={() => setOpen(false)}>
                我的登录和密码
              </Go>
            </li>
            <li>
              <a href="/m/">掌上端</a>
            </li>
            <li>
              <button type="button" onClick={() => void signOut()}>
                退出登录
              </button>
            </li>
          </ul>
        </div>
      )}
    </div>
  );
}
