import { Page, Section } from '#phone/kit';

/** 意见建议: works without signing in. Until the intake of suggestions is built it names the ways that are always open. */
export const SuggestionPage = ({ signedIn }: { signedIn: boolean }) => (
  <Page title="意见建议" back={{ to: '/m/todo', label: signedIn ? '待办' : '登录' }}>
    <Section title="怎样提意见">
      <p>用得不顺手、觉得负担重、数字不对，都请说。</p>
      <ul className="steps">
        <li>当面或打电话告诉本乡镇（街道）党建办，或县委组织部。</li>
        <li>不留姓名也可以，不影响任何评价。</li>
      </ul>
    </Section>
    <Section title="我们的承诺">
      <ul className="steps">
        <li>不排个人名次，不计在线时长，不强制打卡和拍照。</li>
        <li>一件事只填一次。</li>
      </ul>
    </Section>
  </Page>
);
