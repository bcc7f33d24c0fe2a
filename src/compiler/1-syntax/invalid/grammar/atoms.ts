// Error grammar: names, displays, comprehensions, calls' arguments, and type parameters.
export const ATOMS = `
atom
  | NAME
  | 'True'
    => True
  | 'False'
    => False
  | 'None'
    => None
  | &(STRING | FSTRING_START | TSTRING_START) strings
  | NUMBER
  | &'(' (tuple | group | genexp)
  | &'[' (list | listcomp)
  | &'{' (dict | set | dictcomp | setcomp)
  | '...'
    => Ellipsis

group
  | '(' a:(yield_expr | named_expression) ')'
    => a
  | invalid_group

invalid_group
  | '(' a:starred_expression ')'
    => !at a "cannot use starred expression here"
  | '(' a:'**' expression ')'
    => !at a "cannot use double starred expression here"

list
  | '[' a:[star_named_expressions] ']'
    => List

tuple
  | '(' x:[a:star_named_expression ',' b:[star_named_expressions]] ')'
    => Tuple

set
  | '{' star_named_expressions '}'
    => Set

dict
  | '{' [double_starred_kvpairs] '}'
    => Dict
  | '{' invalid_double_starred_kvpairs '}'

double_starred_kvpairs
  | ','.double_starred_kvpair+ [',']

double_starred_kvpair
  | '**' bitwise_or
  | kvpair

kvpair
  | expression ':' expression

invalid_double_starred_kvpairs
  | ','.double_starred_kvpair+ ',' invalid_kvpair
  | expression ':' a:'*' bitwise_or
    => !from a "cannot use a starred expression in a dictionary value"
  | expression a:':' &('}' | ',')
    => !at a "expression expected after dictionary key and ':'"

invalid_kvpair
  | a:expression !(':')
    => .missingColon
  | expression ':' a:'*' bitwise_or
    => !from a "cannot use a starred expression in a dictionary value"
  | expression a:':' &('}' | ',')
    => !at a "expression expected after dictionary key and ':'"

for_if_clauses
  | for_if_clause+

for_if_clause
  | 'async' 'for' a:star_targets 'in' ~ b:disjunction c:('if' z:disjunction)*
    => comprehension
  | 'for' a:star_targets 'in' ~ b:disjunction c:('if' z:disjunction)*
    => comprehension
  | invalid_for_if_clause
  | invalid_for_target

invalid_for_if_clause
  | 'async'? 'for' (bitwise_or (',' bitwise_or)* [',']) !'in'
    => !here "'in' expected after for-loop variables"

listcomp
  | '[' named_expression for_if_clauses ']'
    => ListComp
  | invalid_comprehension

setcomp
  | '{' named_expression for_if_clauses '}'
    => SetComp
  | invalid_comprehension

genexp
  | '(' (assignment_expression | a:expression !':=') for_if_clauses ')'
    => GeneratorExp
  | invalid_comprehension

dictcomp
  | '{' kvpair for_if_clauses '}'
    => DictComp
  | invalid_dict_comprehension

invalid_comprehension
  | ('[' | '(' | '{') a:starred_expression for_if_clauses
    => !at a "iterable unpacking cannot be used in comprehension"
  | ('[' | '{') a:star_named_expression ',' b:star_named_expressions for_if_clauses
    => !range a b "did you forget parentheses around the comprehension target?"
  | ('[' | '{') a:star_named_expression b:',' for_if_clauses
    => !range a b "did you forget parentheses around the comprehension target?"

invalid_dict_comprehension
  | '{' a:'**' bitwise_or for_if_clauses '}'
    => !at a "dict unpacking cannot be used in dict comprehension"

arguments memo
  | args [','] &')'
  | invalid_arguments

invalid_arguments
  | ((','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs) | kwargs) a:',' ','.(starred_expression !'=')+
    => !from a "iterable argument unpacking follows keyword argument unpacking"
  | a:expression b:for_if_clauses ',' [args | expression for_if_clauses]
    => .bareGenerator
  | a:NAME b:'=' expression for_if_clauses
    => !range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  | (args ',')? a:NAME b:'=' &(',' | ')')
    => !range a b "expected argument value expression"
  | a:args b:for_if_clauses
    => .bareGeneratorAfterArguments
  | args ',' a:expression b:for_if_clauses
    => .bareGenerator
  | a:args ',' args
    => .argumentOrder

args
  | a:','.(starred_expression | b:(assignment_expression | c:expression !':=') !'=')+ d:[',' e:kwargs]
    => args
  | a:kwargs
    => args

kwargs
  | a:','.kwarg_or_starred+ ',' b:','.kwarg_or_double_starred+
    => kwargs_both
  | ','.kwarg_or_starred+
  | ','.kwarg_or_double_starred+

starred_expression
  | invalid_starred_expression_unpacking
  | '*' a:expression
    => Starred
  | invalid_starred_expression

invalid_starred_expression_unpacking
  | a:'*' expression '=' b:expression
    => !range a b "cannot assign to iterable argument unpacking"

invalid_starred_expression
  | '*'
    => !here "Invalid star expression"

kwarg_or_starred
  | invalid_kwarg
  | NAME '=' expression
    => keyword
  | starred_expression

kwarg_or_double_starred
  | invalid_kwarg
  | NAME '=' expression
    => keyword
  | '**' expression
    => keyword

invalid_kwarg
  | a:('True' | 'False' | 'None') b:'='
    => !range a b "cannot assign to {a.text}"
  | a:NAME b:'=' expression for_if_clauses
    => !range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  | !(NAME '=') a:expression b:'='
    => !range a b "expression cannot contain assignment, perhaps you meant "=="?"
  | a:'**' expression '=' b:expression
    => !range a b "cannot assign to keyword argument unpacking"

type_params
  | invalid_type_params
  | '[' ','.type_param+ [','] ']'

invalid_type_params
  | '[' a:']'
    => !from a "Type parameter list cannot be empty"

type_param memo
  | NAME [':' expression] ['=' expression]
  | invalid_type_param
  | '*' NAME ['=' star_expression]
  | '**' NAME ['=' expression]

invalid_type_param
  | '*' NAME a:':' b:expression
    => .typeVarTupleBound
  | '**' NAME a:':' b:expression
    => .paramSpecBound
`;
