import { useMutation } from '@tanstack/react-query';
import { type DragEvent, useId, useState } from 'react';
import { Go, useLeave } from '#web/page';
import { AreaField, ChoiceField, FormPage, TextField } from '#web/parts';
import { useMe } from '#web/session';
import { directiveKindLabel } from '../../rules/words.ts';
import { type DirectiveView, directives } from '../queries.ts';

type Kind = DirectiveView['kind'];
const kinds = Object.entries(directiveKindLabel) as [Kind, string][];

/** 导入: drop a file or paste the words; it is decomposed at once and the split editor opens. */
export function ImportPage() {
  const { organizationId } = useMe();
  const leave = useLeave();
  const [file, setFile] = useState<File>();
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<Kind>('speech');
  const [issuer, setIssuer] = useState('');
  const [meeting, setMeeting] = useState('');
  const [issuedOn, setIssuedOn] = useState('');
  const { mutate, isPending, error } = useMutation(directives.importDirective.mutationOptions({ onSuccess: ({ id }) => leave(`/speech/${id}/split`) }));

  return (
    <FormPage
      title="导入讲话或文件"
      back={<Go to="/speech">讲话转清单</Go>}
      lead="系统只在本机按规则分解，文字不会发到任何地方。分解的结果是草稿，由您逐条确认。"
      submit={isPending ? '正在读取和分解…' : '导入并分解'}
      pending={isPending}
      error={error}
      onSubmit={() =>
        mutate({
          organizationId,
          title,
          kind,
          issuer,
          meeting,
          ...(issuedOn ? { issuedOn } : {}),
          ...(file ? { file } : { text }),
        })
      }
    >
      <DropZone file={file} onFile={setFile} />
      {!file && <AreaField label="或者把文字粘贴在这里" rows={8} maxLength={1_000_000} value={text} onChange={(event) => setText(event.target.value)} />}
      <p className="quiet form-note">下面几项文中写明的，可以空着，由系统从文中取。</p>
      <TextField label="标题" maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
      <div className="field-row">
        <ChoiceField
          label="类别"
          options={kinds}
          value={kind}
          onChange={(event) => setKind(kinds.find(([one]) => one === event.target.value)?.[0] ?? 'speech')}
        />
        <TextField label="日期" type="date" value={issuedOn} onChange={(event) => setIssuedOn(event.target.value)} />
      </div>
      <TextField label="印发单位或讲话人所在单位" maxLength={60} value={issuer} onChange={(event) => setIssuer(event.target.value)} />
      <TextField label="会议名称" maxLength={120} value={meeting} onChange={(event) => setMeeting(event.target.value)} />
    </FormPage>
  );
}

function DropZone({ file, onFile }: { file: File | undefined; onFile(file: File | undefined): void }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the file input inside is for everybody
    <div
      className={over ? 'drop-zone drop-zone-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <strong>把文件拖到这里，或者</strong>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept=".txt,.docx,.pdf,.png,.jpg,.jpeg,text/plain,application/pdf,image/png,image/jpeg"
          onChange={(event) => onFile(event.target.files?.[0])}
        />
        <label htmlFor={id} className="file-button">
          选择文件
        </label>
      </p>
      <p className="quiet">txt、docx、带文字的 PDF；扫描的 PDF、拍的照片（png、jpg）可以对照原件一页一页录入。</p>
      {file && (
        <p role="status">
          已选：{file.name}（{(file.size / 1024).toFixed(0)} KB）
          <button type="button" className="text-button" onClick={() => onFile(undefined)}>
            换一个
          </button>
        </p>
      )}
    </div>
  );
}
