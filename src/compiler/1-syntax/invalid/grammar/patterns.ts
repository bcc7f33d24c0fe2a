// Error grammar: match statements and patterns.
export const PATTERNS = `
match_stmt
  | "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
  | invalid_match_stmt

invalid_match_stmt
  | "match" subject_expr NEWLINE
    => !here "expected ':'"
  | a:"match" subject_expr ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'match' statement on line {a.line}"

subject_expr
  | star_named_expression ',' star_named_expressions?
  | named_expression

case_block
  | invalid_case_block
  | "case" patterns guard? ':' block

invalid_case_block
  | "case" patterns guard? NEWLINE
    => !here "expected ':'"
  | a:"case" patterns guard? ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'case' statement on line {a.line}"

guard
  | 'if' named_expression

patterns
  | open_sequence_pattern
  | pattern

pattern
  | as_pattern
  | or_pattern

as_pattern
  | or_pattern 'as' pattern_capture_target
  | invalid_as_pattern

invalid_as_pattern
  | or_pattern 'as' a:"_"
    => !at a "cannot use '_' as a target"
  | or_pattern 'as' a:expression
    => !at a "cannot use {a} as pattern target"

or_pattern
  | a:'|'.closed_pattern+
    => Pattern

closed_pattern memo
  | literal_pattern
  | capture_pattern
  | wildcard_pattern
  | value_pattern
  | group_pattern
  | sequence_pattern
  | mapping_pattern
  | class_pattern

literal_pattern
  | signed_number !('+' | '-')
  | complex_number
  | strings
  | 'None'
  | 'True'
  | 'False'

literal_expr
  | signed_number !('+' | '-')
  | complex_number
  | &(STRING | FSTRING_START | TSTRING_START) strings
  | 'None'
  | 'True'
  | 'False'

complex_number
  | signed_real_number '+' imaginary_number
  | signed_real_number '-' imaginary_number

signed_number
  | NUMBER
  | '-' NUMBER

signed_real_number
  | real_number
  | '-' real_number

real_number
  | a:NUMBER
    => .realNumber

imaginary_number
  | a:NUMBER
    => .imaginaryNumber

capture_pattern
  | pattern_capture_target

pattern_capture_target
  | !"_" NAME !('.' | '(' | '=')

wildcard_pattern
  | "_"

value_pattern
  | attr !('.' | '(' | '=')

attr left
  | name_or_attr '.' NAME

name_or_attr
  | attr
  | NAME

group_pattern
  | '(' pattern ')'

sequence_pattern
  | '[' maybe_sequence_pattern? ']'
  | '(' open_sequence_pattern? ')'

open_sequence_pattern
  | maybe_star_pattern ',' maybe_sequence_pattern?

maybe_sequence_pattern
  | ','.maybe_star_pattern+ ','?

maybe_star_pattern
  | star_pattern
  | pattern

star_pattern memo
  | '*' pattern_capture_target
  | '*' wildcard_pattern

mapping_pattern
  | '{' '}'
  | '{' double_star_pattern ','? '}'
  | '{' items_pattern ',' double_star_pattern ','? '}'
  | '{' items_pattern ','? '}'

items_pattern
  | ','.key_value_pattern+

key_value_pattern
  | (literal_expr | attr) ':' pattern

double_star_pattern
  | '**' pattern_capture_target

class_pattern
  | name_or_attr '(' ')'
  | name_or_attr '(' positional_patterns ','? ')'
  | name_or_attr '(' keyword_patterns ','? ')'
  | name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')'
  | invalid_class_pattern

invalid_class_pattern
  | name_or_attr '(' a:invalid_class_argument_pattern
    => !at a "positional patterns follow keyword patterns"

invalid_class_argument_pattern
  | [positional_patterns ','] keyword_patterns ',' a:positional_patterns
    => a

positional_patterns
  | ','.pattern+

keyword_patterns
  | ','.keyword_pattern+

keyword_pattern
  | NAME '=' pattern
`;
