import { Button } from 'antd';
import { useState } from 'react';
import { saveFile } from '#web/api';
import { Dialog } from './Dialog.tsx';
import { Refused } from './Refused.tsx';

/** 导出 Excel: asks the server for the file and hands it over; a refusal is shown in its own words. */
export function ExportButton({ fetchFile, label = '导出 Excel' }: { fetchFile(): Promise<File | Blob>; label?: string }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const act = async () => {
    setBusy(true);
    try {
      saveFile(await fetchFile());
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button onClick={act} loading={busy}>
        {label}
      </Button>
      {error !== undefined && (
        <Dialog title="没有导出" onClose={() => setError(undefined)}>
          <Refused error={error} />
        </Dialog>
      )}
    </>
  );
}

/** 打印 the page as it is, on A4. */
export function PrintButton() {
  return <Button onClick={() => print()}>打印</Button>;
}
