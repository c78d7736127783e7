import { type Me, PasswordForm, refreshMe, SecondFactor, SignIn } from '#account/phone';
import { Notice, Page } from '#phone/kit';

/** Every entrance leads to whom one is; the address stays, so that a link from a notice opens where it meant to. */
const goOn = () => void refreshMe();

export const SignInPage = () => (
  <>
    <Page title="夯基" about="党建任务掌上办">
      <SignIn onNext={goOn} />
      <p className="quiet">忘记密码，请找乡镇（街道）或县里的系统管理员重置。</p>
    </Page>
  </>
);

export const SecondFactorPage = () => (
  <Page title="动态验证码">
    <SecondFactor onNext={goOn} />
  </Page>
);

export const FirstPassword = ({ me }: { me: Me }) => (
  <Page title="改初始密码" about={me.account.name}>
    <Notice>第一次登录，请先换成自己的密码。</Notice>
    <PasswordForm rule={me.passwordRule} onNext={goOn} />
  </Page>
);
