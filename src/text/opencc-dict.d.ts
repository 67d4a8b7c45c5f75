/** `traditional simplified [simplified …]`, entries joined by `|`; the other tables are of the same form. */
declare module "opencc-js/dict/*" {
  const table: string;
  export default table;
}
