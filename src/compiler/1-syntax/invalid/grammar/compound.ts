// Error grammar: compound statements and their blocks, with "expected ':'" and "expected an indented block".
export const COMPOUND = `
compound_stmt
  | &('def' | '@' | 'async') function_def
  | &'if' if_stmt
  | &('class' | '@') class_def
  | &('with' | 'async') with_stmt
  | &('for' | 'async') for_stmt
  | &'try' try_stmt
  | &'while' while_stmt
  | match_stmt

block memo
  | NEWLINE INDENT statements DEDENT
  | simple_stmts
  | invalid_block

invalid_block
  | NEWLINE !INDENT
    => !indent "expected an indented block"

decorators
  | ('@' named_expression NEWLINE)+

class_def
  | decorators a:class_def_raw
    => a
  | class_def_raw

class_def_raw
  | invalid_class_def_raw
  | 'class' NAME [type_params] ['(' [arguments] ')'] ':' block

invalid_class_def_raw
  | 'class' NAME [type_params] ['(' [arguments] ')'] NEWLINE
    => !here "expected ':'"
  | a:'class' NAME [type_params] ['(' [arguments] ')'] ':' NEWLINE !INDENT
    => !indent "expected an indented block after class definition on line {a.line}"

function_def
  | decorators a:function_def_raw
    => def
  | a:function_def_raw
    => def

function_def_raw
  | invalid_def_raw
  | 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' [func_type_comment] block
  | 'async' 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' [func_type_comment] block

invalid_def_raw
  | ['async'] a:'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT
    => !indent "expected an indented block after function definition on line {a.line}"
  | ['async'] 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' [func_type_comment] block

func_type_comment
  | NEWLINE TYPE_COMMENT &(NEWLINE INDENT)
  | invalid_double_type_comments
  | TYPE_COMMENT

invalid_double_type_comments
  | TYPE_COMMENT NEWLINE TYPE_COMMENT NEWLINE INDENT
    => !here "Cannot have two type comments on def"

if_stmt
  | invalid_if_stmt
  | 'if' named_expression ':' block elif_stmt
  | 'if' named_expression ':' block [else_block]

invalid_if_stmt
  | 'if' named_expression NEWLINE
    => !here "expected ':'"
  | a:'if' named_expression ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'if' statement on line {a.line}"

elif_stmt
  | invalid_elif_stmt
  | 'elif' named_expression ':' block elif_stmt
  | 'elif' named_expression ':' block [else_block]

invalid_elif_stmt
  | 'elif' named_expression NEWLINE
    => !here "expected ':'"
  | a:'elif' named_expression ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'elif' statement on line {a.line}"

else_block
  | invalid_else_stmt
  | 'else' &&':' block

invalid_else_stmt
  | a:'else' ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'else' statement on line {a.line}"
  | 'else' ':' block 'elif'
    => !here "'elif' block follows an 'else' block"

while_stmt
  | invalid_while_stmt
  | 'while' named_expression ':' block [else_block]

invalid_while_stmt
  | 'while' named_expression NEWLINE
    => !here "expected ':'"
  | a:'while' named_expression ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'while' statement on line {a.line}"

for_stmt
  | invalid_for_stmt
  | 'for' star_targets 'in' ~ star_expressions ':' [TYPE_COMMENT] block [else_block]
  | 'async' 'for' star_targets 'in' ~ star_expressions ':' [TYPE_COMMENT] block [else_block]
  | invalid_for_target

invalid_for_stmt
  | ['async'] 'for' star_targets 'in' star_expressions NEWLINE
    => !here "expected ':'"
  | ['async'] a:'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'for' statement on line {a.line}"

invalid_for_target
  | 'async'? 'for' a:star_expressions
    => .rejectForTarget

with_stmt
  | invalid_with_stmt_indent
  | 'with' '(' ','.with_item+ ','? ')' ':' [TYPE_COMMENT] block
  | 'with' ','.with_item+ ':' [TYPE_COMMENT] block
  | 'async' 'with' '(' ','.with_item+ ','? ')' ':' block
  | 'async' 'with' ','.with_item+ ':' [TYPE_COMMENT] block
  | invalid_with_stmt

with_item
  | expression 'as' star_target &(',' | ')' | ':')
  | invalid_with_item
  | expression

invalid_with_item
  | expression 'as' a:expression &(',' | ')' | ':')
    => .rejectAssignment

invalid_with_stmt
  | ['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE
    => !here "expected ':'"
  | ['async'] 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE
    => !here "expected ':'"

invalid_with_stmt_indent
  | ['async'] a:'with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'with' statement on line {a.line}"
  | ['async'] a:'with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'with' statement on line {a.line}"

try_stmt
  | invalid_try_stmt
  | 'try' &&':' block finally_block
  | 'try' &&':' block except_block+ [else_block] [finally_block]
  | 'try' &&':' block except_star_block+ [else_block] [finally_block]

invalid_try_stmt
  | a:'try' ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'try' statement on line {a.line}"
  | 'try' ':' block !('except' | 'finally')
    => !here "expected 'except' or 'finally' block"
  | 'try' ':' block* except_block+ a:'except' b:'*' expression ['as' NAME] ':'
    => !range a b "cannot have both 'except' and 'except*' on the same 'try'"
  | 'try' ':' block* except_star_block+ a:'except' [expression ['as' NAME]] ':'
    => !at a "cannot have both 'except' and 'except*' on the same 'try'"

except_block
  | invalid_except_stmt_indent
  | 'except' expression ':' block
  | 'except' expression 'as' NAME ':' block
  | 'except' expressions ':' block
  | 'except' ':' block
  | invalid_except_stmt

except_star_block
  | invalid_except_star_stmt_indent
  | 'except' '*' expression ':' block
  | 'except' '*' expression 'as' NAME ':' block
  | 'except' '*' expressions ':' block
  | invalid_except_star_stmt

invalid_except_stmt
  | 'except' a:expression ',' expressions 'as' NAME ':'
    => !from a "multiple exception types must be parenthesized when using 'as'"
  | 'except' expression ['as' NAME] NEWLINE
    => !here "expected ':'"
  | 'except' NEWLINE
    => !here "expected ':'"
  | 'except' expression 'as' a:expression ':' block
    => !at a "cannot use except statement with {a}"

invalid_except_star_stmt
  | 'except' '*' a:expression ',' expressions 'as' NAME ':'
    => !from a "multiple exception types must be parenthesized when using 'as'"
  | 'except' '*' expression ['as' NAME] NEWLINE
    => !here "expected ':'"
  | 'except' '*' (NEWLINE | ':')
    => !here "expected one or more exception types"
  | 'except' '*' expression 'as' a:expression ':' block
    => !at a "cannot use except* statement with {a}"

invalid_except_stmt_indent
  | a:'except' expression ['as' NAME] ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'except' statement on line {a.line}"
  | a:'except' ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'except' statement on line {a.line}"

invalid_except_star_stmt_indent
  | a:'except' '*' expression ['as' NAME] ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'except*' statement on line {a.line}"

finally_block
  | invalid_finally_stmt
  | 'finally' &&':' block

invalid_finally_stmt
  | a:'finally' ':' NEWLINE !INDENT
    => !indent "expected an indented block after 'finally' statement on line {a.line}"
`;
