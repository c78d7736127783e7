export function DutyListsPage() {
  return null;
}
