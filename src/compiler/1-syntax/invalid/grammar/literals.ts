// Error grammar: strings, f-strings and t-strings.
export const LITERALS = `
string
  | a:STRING_VALUE
    => a

strings memo
  | invalid_string_tstring_concat
  | a:(fstring | string)+
    => .concatenate
  | tstring+
    => TemplateStr

invalid_string_tstring_concat
  | a:(fstring | string)+ b:tstring
    => !lastrange a b "cannot mix t-string literals with string or bytes literals"
  | a:tstring+ b:(fstring | string)
    => !lastrange a b "cannot mix t-string literals with string or bytes literals"

fstring
  | a:FSTRING_START b:fstring_middle* c:FSTRING_END
    => .joinedString

fstring_middle
  | fstring_replacement_field
  | FSTRING_MIDDLE

fstring_replacement_field
  | '{' annotated_rhs '='? [fstring_conversion] [fstring_full_format_spec] '}'
    => FormattedValue
  | invalid_fstring_replacement_field

fstring_conversion
  | a:'!' b:NAME
    => .conversion

fstring_full_format_spec
  | ':' fstring_format_spec*

fstring_format_spec
  | a:FSTRING_MIDDLE
    => .specText
  | fstring_replacement_field

tstring memo
  | a:TSTRING_START b:tstring_middle* c:TSTRING_END
    => .templateString

tstring_middle
  | tstring_replacement_field
  | TSTRING_MIDDLE

tstring_replacement_field
  | '{' annotated_rhs '='? [fstring_conversion] [tstring_full_format_spec] '}'
    => Interpolation
  | invalid_tstring_replacement_field

tstring_full_format_spec
  | ':' tstring_format_spec*

tstring_format_spec
  | a:TSTRING_MIDDLE
    => .specText
  | tstring_replacement_field

${replacementFieldErrors('f')}

${replacementFieldErrors('t')}
`;

/** What can be wrong with the replacement fields of f-strings and of t-strings. */
function replacementFieldErrors(letter: 'f' | 't'): string {
  return `
invalid_${letter}string_replacement_field
  | '{' a:'='
    => !at a "${letter}-string: valid expression required before '='"
  | '{' a:'!'
    => !at a "${letter}-string: valid expression required before '!'"
  | '{' a:':'
    => !at a "${letter}-string: valid expression required before ':'"
  | '{' a:'}'
    => !at a "${letter}-string: valid expression required before '}'"
  | '{' !annotated_rhs
    => !next "${letter}-string: expecting a valid expression after '{'"
  | '{' annotated_rhs !('=' | '!' | ':' | '}')
    => !next "${letter}-string: expecting '=', or '!', or ':', or '}'"
  | '{' annotated_rhs '=' !('!' | ':' | '}')
    => !next "${letter}-string: expecting '!', or ':', or '}'"
  | '{' annotated_rhs '='? invalid_${letter}string_conversion_character
  | '{' annotated_rhs '='? ['!' NAME] !(':' | '}')
    => !next "${letter}-string: expecting ':' or '}'"
  | '{' annotated_rhs '='? ['!' NAME] ':' fstring_format_spec* !'}'
    => !next "${letter}-string: expecting '}', or format specs"
  | '{' annotated_rhs '='? ['!' NAME] !'}'
    => !next "${letter}-string: expecting '}'"

invalid_${letter}string_conversion_character
  | '!' &(':' | '}')
    => !next "${letter}-string: missing conversion character"
  | '!' !NAME
    => !next "${letter}-string: invalid conversion character"
`;
}
