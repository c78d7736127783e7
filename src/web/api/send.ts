/** The server could not do it, whatever was asked（系统故障）: its sentence, and the id under which the log has it. */
export class Fault extends Error {
  readonly status: number;
  readonly requestId: string | null;

  constructor(status: number, sentence: string, requestId: string | null) {
    super(sentence);
    this.name = 'Fault';
    this.status = status;
    this.requestId = requestId;
  }
}

/** Nobody is signed in any more（登录已失效）. */
export class SignedOut extends Error {
  constructor() {
    super('登录已失效，请重新登录。');
    this.name = 'SignedOut';
  }
}

let onSignedOut = (): void => undefined;

/** Say once what happens when the session has ended. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/** Send a request（发送请求）. Faults are thrown as sentences; answers, refusals among them, are passed on. */
export async function send(request: Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(request, { ...init, credentials: 'same-origin' }).catch(() => {
    throw new Fault(0, '连接不上服务器。请检查网络后重试，页面上填写的内容还在。', null);
  });
  if (response.status === 401) {
    onSignedOut();
    throw new SignedOut();
  }
  if (response.status === 429 || response.status >= 500) {
    const requestId = response.headers.get('x-request-id');
    throw new Fault(response.status, await sentenceIn(response), requestId);
  }
  return response;
}

async function sentenceIn(response: Response): Promise<string> {
  const told: unknown = await response.json().catch(() => undefined);
  if (typeof told === 'object' && told !== null && 'message' in told && typeof told.message === 'string') return told.message;
  return response.status === 429 ? '操作太频繁了，请稍等一会儿再试。' : '系统出错了，这一步没有保存。请稍后再试。';
}
