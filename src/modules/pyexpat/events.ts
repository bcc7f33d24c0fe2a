// What a parser tells, and to whom. CPython: Modules/pyexpat.c (handler_info)

/** The handlers, in CPython's order; each is an attribute of the parser with `Handler` after its name. */
export const EVENTS = [
  'StartElement',
  'EndElement',
  'ProcessingInstruction',
  'CharacterData',
  'UnparsedEntityDecl',
  'NotationDecl',
  'StartNamespaceDecl',
  'EndNamespaceDecl',
  'Comment',
  'StartCdataSection',
  'EndCdataSection',
  'Default',
  'DefaultHandlerExpand',
  'NotStandalone',
  'ExternalEntityRef',
  'StartDoctypeDecl',
  'EndDoctypeDecl',
  'EntityDecl',
  'XmlDecl',
  'ElementDecl',
  'AttlistDecl',
  'SkippedEntity',
] as const;

export type EventName = (typeof EVENTS)[number];

/** The content model of an element. CPython: XML_Content */
export interface Model {
  readonly type: number;
  quantifier: number;
  readonly name: string | undefined;
  readonly children: Model[];
}

export type Argument = string | number | undefined | Model;

export interface Listener {
  has(event: EventName): boolean;
  /** Calls the handler; whether it answered with something true. */
  fire(event: EventName, args: readonly Argument[]): boolean;
  startElement(name: string, attributes: readonly string[], specified: number): void;
}

export interface Entity {
  readonly name: string;
  /** The replacement text of an internal entity. */
  readonly text: string | undefined;
  readonly base: string | undefined;
  readonly systemId: string | undefined;
  readonly publicId: string | undefined;
  /** Of an unparsed entity. */
  readonly notation: string | undefined;
  /** Being expanded now. */
  open: boolean;
}

export interface AttributeDecl {
  readonly name: string;
  readonly isCdata: boolean;
  readonly value: string | undefined;
}

/** What the document type says; parsers of external entities share it. CPython: DTD */
export class Dtd {
  readonly entities: Map<string, Entity> = new Map();
  readonly parameters: Map<string, Entity> = new Map();
  readonly attributes: Map<string, AttributeDecl[]> = new Map();
  standalone = false;
  /** Something that was not read could declare more. */
  hasUnread = false;
  /** Declarations still count: nothing before them was left unread. */
  keepProcessing = true;
}
