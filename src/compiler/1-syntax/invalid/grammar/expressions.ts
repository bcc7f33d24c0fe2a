// Error grammar: expressions down to primaries.
export const EXPRESSIONS = `
expressions
  | a:expression b:(',' c:expression)+ [',']
    => Tuple
  | a:expression ','
    => Tuple
  | expression

expression memo
  | invalid_expression
  | invalid_legacy_expression
  | a:disjunction 'if' b:disjunction 'else' c:expression
    => IfExp
  | disjunction
  | lambdef

expression_without_invalid
  | a:disjunction 'if' b:disjunction 'else' c:expression
    => IfExp
  | disjunction
  | lambdef

invalid_expression
  | STRING a:(!STRING expression_without_invalid)+ STRING
    => !at a "invalid syntax. Is this intended to be part of the string?"
  | !(NAME STRING | SOFT_KEYWORD) a:disjunction b:expression_without_invalid
    => .missingComma
  | a:disjunction 'if' b:disjunction !('else' | ':')
    => !range a b "expected 'else' after 'if' expression"
  | disjunction 'if' disjunction 'else' !expression
    => !next "expected expression after 'else', but statement is given"
  | a:(pass_stmt | break_stmt | continue_stmt) 'if' disjunction 'else' simple_stmt
    => !at a "expected expression before 'if', but statement is given"
  | a:'lambda' [lambda_params] b:':' &FSTRING_MIDDLE
    => !range a b "f-string: lambda expressions are not allowed without parentheses"
  | a:'lambda' [lambda_params] b:':' &TSTRING_MIDDLE
    => !range a b "t-string: lambda expressions are not allowed without parentheses"

invalid_legacy_expression
  | a:NAME !'(' b:star_expressions
    => .legacyCall

yield_expr
  | 'yield' 'from' expression
    => Yield
  | 'yield' [star_expressions]
    => Yield

star_expressions
  | a:star_expression b:(',' c:star_expression)+ [',']
    => Tuple
  | a:star_expression ','
    => Tuple
  | star_expression

star_expression memo
  | '*' a:bitwise_or
    => Starred
  | expression

star_named_expressions
  | a:','.star_named_expression+ [',']
    => a

star_named_expression
  | '*' a:bitwise_or
    => Starred
  | named_expression

assignment_expression
  | a:NAME ':=' ~ b:expression
    => NamedExpr

named_expression
  | assignment_expression
  | invalid_named_expression
  | a:expression !':='
    => a

invalid_named_expression memo
  | a:expression ':=' expression
    => !at a "cannot use assignment expressions with {a}"
  | a:NAME '=' b:bitwise_or !('=' | ':=')
    => !range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  | !(list | tuple | genexp | 'True' | 'None' | 'False') a:bitwise_or '=' bitwise_or !('=' | ':=')
    => !at a "cannot assign to {a} here. Maybe you meant '==' instead of '='?"

disjunction memo
  | conjunction ('or' conjunction)+
    => BoolOp
  | conjunction

conjunction memo
  | inversion ('and' inversion)+
    => BoolOp
  | inversion

inversion memo
  | 'not' inversion
    => UnaryOp
  | comparison

comparison
  | a:bitwise_or b:compare_op_bitwise_or_pair+
    => Compare
  | bitwise_or

compare_op_bitwise_or_pair
  | '==' bitwise_or
    => Pair
  | not_equal bitwise_or
    => Pair
  | '<=' bitwise_or
    => Pair
  | '<' bitwise_or
    => Pair
  | '>=' bitwise_or
    => Pair
  | '>' bitwise_or
    => Pair
  | 'not' 'in' bitwise_or
    => Pair
  | 'in' bitwise_or
    => Pair
  | 'is' 'not' bitwise_or
    => Pair
  | 'is' bitwise_or
    => Pair
  | invalid_old_not_equal

not_equal
  | a:'!='
    => .notEqual

invalid_old_not_equal
  | a:'<' b:'>'
    => .oldNotEqual

bitwise_or left
  | bitwise_or '|' bitwise_xor
    => BinOp
  | bitwise_xor

bitwise_xor left
  | bitwise_xor '^' bitwise_and
    => BinOp
  | bitwise_and

bitwise_and left
  | bitwise_and '&' shift_expr
    => BinOp
  | shift_expr

shift_expr left
  | shift_expr '<<' sum
    => BinOp
  | shift_expr '>>' sum
    => BinOp
  | invalid_arithmetic
  | sum

invalid_arithmetic
  | sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a:'not' b:inversion
    => !range a b "'not' after an operator must be parenthesized"

sum left
  | sum '+' term
    => BinOp
  | sum '-' term
    => BinOp
  | term

term left
  | term '*' factor
    => BinOp
  | term '/' factor
    => BinOp
  | term '//' factor
    => BinOp
  | term '%' factor
    => BinOp
  | term '@' factor
    => BinOp
  | invalid_factor
  | factor

invalid_factor
  | ('+' | '-' | '~') a:'not' b:factor
    => !range a b "'not' after an operator must be parenthesized"

factor memo
  | '+' factor
    => UnaryOp
  | '-' factor
    => UnaryOp
  | '~' factor
    => UnaryOp
  | power

power
  | await_primary '**' factor
    => BinOp
  | await_primary

await_primary memo
  | 'await' primary
    => Await
  | primary

primary left
  | primary '.' NAME
    => Attribute
  | primary genexp
    => Call
  | primary '(' [arguments] ')'
    => Call
  | primary '[' slices ']'
    => Subscript
  | atom

slices
  | slice !','
  | ','.(slice | starred_expression)+ [',']

slice
  | [expression] ':' [expression] [':' [expression]]
  | named_expression

lambdef
  | 'lambda' [lambda_params] ':' expression
    => Lambda
`;
