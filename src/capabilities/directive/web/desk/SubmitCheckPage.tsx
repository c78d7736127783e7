export function SubmitCheckPage() {
  return null;
}
