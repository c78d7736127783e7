export function DutyListPage() {
  return null;
}
