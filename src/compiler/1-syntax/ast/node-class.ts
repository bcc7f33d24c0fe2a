// The shape of the metadata table that `ast`, dumps and generic walks read (the table itself is generated).

export interface NodeField {
  name: string;
  /** A class name (`expr`) or `identifier`, `string`, `int`, `constant`. */
  type: string;
  /** One, optional, list, list with holes (`Dict.keys`, `arguments.kw_defaults`). */
  quantifier: '' | '?' | '*' | '?*';
}

export interface NodeClass {
  name: string;
  base: string;
  /** `sum`: abstract class (`expr`); `enum`: abstract class of operators or contexts; `constant`: a member of an enum. */
  kind: 'node' | 'sum' | 'enum' | 'constant';
  /** Whether instances carry the four position attributes. */
  attributes: boolean;
  doc: string;
  fields: readonly NodeField[];
}
