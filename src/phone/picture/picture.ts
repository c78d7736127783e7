const longestSide = 1_600;
const mostBytes = 400_000;
const qualities = [0.85, 0.75, 0.65, 0.5, 0.4];

/** Make a picture small enough for a village line（压缩照片）: at most 1,600 px and 400 kB. What is no picture, or cannot be drawn, stays as it is. */
export async function shrinkPicture(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type)) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return file;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= mostBytes) return file;
  for (const side of [scale, scale * 0.7, scale * 0.5]) {
    const canvas = drawn(picture, side);
    for (const quality of qualities) {
      const blob = await encoded(canvas, quality);
      if (blob && blob.size <= mostBytes) return new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' });
    }
  }
  return file;
}

function drawn(picture: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const encoded = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/jpeg', quality);
  });
