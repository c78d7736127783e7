import { Dialog } from '#web/parts';

/** 初始密码: told once; nobody can read it later, not even an administrator. */
export function InitialPassword({ name, signInName, password, onClose }: { name: string; signInName: string; password: string; onClose(): void }) {
  return (
    <Dialog title={`${name}的初始密码`} onClose={onClose}>
      <p>登录名：{signInName}</p>
      <p className="initial-password" role="status">
        初始密码：<strong>{password}</strong>
      </p>
      <p>请当面或打电话告诉本人。关闭后不能再看；忘了可以再重置一次。第一次登录必须改掉。</p>
    </Dialog>
  );
}
