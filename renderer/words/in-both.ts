// Keeps both languages side by side: what Japanese has, English must have.
export interface WordTree {
  readonly [key: string]: string | WordTree
}

/** The same tree with any text at its leaves. */
export type SameTree<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameTree<Tree[Key]> }

export function inBoth<Tree extends WordTree>(words: { ja: Tree; en: SameTree<NoInfer<Tree>> }): typeof words {
  return words
}
