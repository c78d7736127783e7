/** One thing that the search box found: where it is, and a line that tells it from its namesakes. */
export interface Found {
  id: string;
  title: string;
  note: string;
  address: string;
}

/** What a capability offers to the search box（查找）; loaded when somebody first searches. */
export interface Finder {
  label: string;
  permission: string;
  load(): Promise<(organizationId: string, words: string) => Promise<Found[]>>;
}
