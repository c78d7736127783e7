import { lazy, Suspense } from 'react';
import { type Me, useMe } from '#account/phone';
import { useSignedOut } from '#phone/api';
import { Loaded, Page } from '#phone/kit';
import { useAddress } from '#phone/place';
import { FirstPassword, SecondFactorPage, SignInPage } from './entrance.tsx';
import { TodoPage } from './TodoPage.tsx';

const ItemPage = lazy(() => import('./ItemPage.tsx').then((module) => ({ default: module.ItemPage })));
const EvidencePage = lazy(() => import('./steps.tsx').then((module) => ({ default: module.EvidencePage })));
const SubmissionPage = lazy(() => import('./steps.tsx').then((module) => ({ default: module.SubmissionPage })));
const JudgementPage = lazy(() => import('./steps.tsx').then((module) => ({ default: module.JudgementPage })));
const MePage = lazy(() => import('./MePage.tsx').then((module) => ({ default: module.MePage })));
const SuggestionPage = lazy(() => import('./SuggestionPage.tsx').then((module) => ({ default: module.SuggestionPage })));

/** 掌上端: the address says which page, the session says whether. */
export function App() {
  const address = useAddress();
  const open = address.pathname.startsWith('/m/suggestion');
  const me = useMe(!open);
  const signedOut = useSignedOut();
  const wait = <p className="quiet card">正在打开……</p>;

  if (open)
    return (
      <Suspense fallback={wait}>
        <SuggestionPage signedIn={me.data !== undefined} />
      </Suspense>
    );
  if (signedOut) return <SignInPage />;
  if (!me.data)
    return (
      <Page title="夯基">
        <Loaded of={me}>{() => wait}</Loaded>
      </Page>
    );
  if (me.data.next === 'verify-second-factor') return <SecondFactorPage />;
  if (me.data.next === 'change-password') return <FirstPassword me={me.data} />;
  return (
    <>
      {me.data.simulated && <p className="banner">模拟数据，仅供演示</p>}
      <Suspense fallback={wait}>{pageOf(address, me.data)}</Suspense>
    </>
  );
}

function pageOf(address: URL, me: Me) {
  const [, place = 'todo', id, step] = address.pathname.split('/').filter(Boolean);
  if (place === 'me') return <MePage me={me} />;
  if (place !== 'todo' || !id) return <TodoPage me={me} address={address} />;
  if (step === 'evidence') return <EvidencePage id={id} />;
  if (step === 'submission') return <SubmissionPage id={id} />;
  if (step === 'verification' || step === 'return' || step === 'write-off') return <JudgementPage id={id} judgement={step} />;
  return <ItemPage id={id} saved={address.searchParams.has('saved')} />;
}
