/** The server said no（未能办理）: a sentence for people, the code, and the article it rests on. Status 0: nobody answered. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly article: string | undefined;
  readonly facts: Record<string, string | number>;

  constructor(status: number, code: string, message: string, article?: string, facts: Record<string, string | number> = {}) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
    this.article = article;
    this.facts = facts;
  }

  /** Somebody else was faster: what was typed is kept, what is shown is read anew. */
  get isStale(): boolean {
    return this.status === 409;
  }
}
