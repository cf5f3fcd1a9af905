/** As the file is called on the person's own device. */
export function fileName(number: string): string {
  return `kezek-${number.replace(/[^\w-]+/g, '-')}.pdf`
}
