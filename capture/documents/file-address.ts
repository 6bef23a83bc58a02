/** Where the file lies that a page shows, for programs in the browser that only draw it. */

/** `Doc.aspx?sourcedoc={id}` and the viewer of older servers; `download.aspx` beside them gives the file by its id. */
const OFFICE_PAGE = /^(.*\/_layouts\/15\/)(?:doc|wopiframe\d?)\.aspx$/i;
/** The kind of file and the sharing in front of the path: `/:w:/r/sites/…`. */
const SHARED = /^\/:[a-z]:\/[a-z]\//;
const ID = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

/** Programs that give their files from another site, or say nothing of where. */
const OTHER_PROGRAM = /^https:\/\/(?:docs|drive)\.google\.com\/|officeapps\.live\.com\/|\/_layouts\/15\/|\/:[a-z]:\//i;

/**
 * The address of the file that an address shows: mostly the same, another one for Office for the web on
 * SharePoint; null where it cannot be had.
 */
export function fileAddress(address: string): string | null {
  const url = new URL(address);
  const folder = OFFICE_PAGE.exec(url.pathname)?.[1];
  const id = ID.exec(url.searchParams.get('sourcedoc') ?? '')?.[1];
  if (folder === undefined || id === undefined) return OTHER_PROGRAM.test(address) ? null : address;
  return `${url.origin}${folder.replace(SHARED, '/')}download.aspx?UniqueId=${id.toLowerCase()}`;
}
