export function DirectiveListPage() {
  return null;
}
