// Suggests what may stand for a character that a typeface lacks; a person decides.

/** Forms of the same character that names are commonly written with when the form itself cannot be. */
const usualForms: Readonly<Record<string, string>> = {
  𠮷: '吉',
  髙: '高',
  﨑: '崎',
  𡈽: '土',
  𣘺: '橋',
  𠀋: '丈',
  𠮟: '叱',
  𩸽: '魚',
  濵: '浜',
  邉: '辺',
  邊: '辺',
  齋: '斎',
  𦚰: '脇',
  𣳾: '泰',
  𤭖: '瓦',
  栁: '柳',
  德: '徳',
}

/** Without its variation selector (the character's usual form), or a usual form of it; empty when none is known. */
export function substituteFor(character: string): string {
  const usual = character.replace(/[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu, '')
  if (usual !== character) return usual
  return usualForms[character] ?? ''
}
