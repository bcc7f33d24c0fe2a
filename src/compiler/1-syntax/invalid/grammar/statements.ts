// Error grammar: modules and simple statements.
export const STATEMENTS = `
file
  | [statements] ENDMARKER

interactive
  | statement_newline

eval
  | expressions NEWLINE* ENDMARKER

func_type
  | '(' [type_expressions] ')' '->' expression NEWLINE* ENDMARKER

type_expressions
  | ','.expression+ ',' '*' expression ',' '**' expression
  | ','.expression+ ',' '*' expression
  | ','.expression+ ',' '**' expression
  | '*' expression ',' '**' expression
  | '*' expression
  | '**' expression
  | ','.expression+

statements
  | statement+

statement
  | a:compound_stmt
    => .register
  | simple_stmts

single_compound_stmt
  | a:compound_stmt
    => .register

statement_newline
  | single_compound_stmt NEWLINE
  | simple_stmts
  | NEWLINE
  | a:ENDMARKER
    => .endOfInput

simple_stmts
  | simple_stmt !';' NEWLINE
  | ';'.simple_stmt+ [';'] NEWLINE

simple_stmt memo
  | assignment
  | &"type" type_alias
  | star_expressions
  | &'return' return_stmt
  | &('import' | 'from') import_stmt
  | &'raise' raise_stmt
  | &'pass' pass_stmt
  | &'del' del_stmt
  | &'yield' yield_expr
  | &'assert' assert_stmt
  | &'break' break_stmt
  | &'continue' continue_stmt
  | &'global' global_stmt
  | &'nonlocal' nonlocal_stmt

pass_stmt
  | 'pass'

break_stmt
  | 'break'

continue_stmt
  | 'continue'

return_stmt
  | 'return' [star_expressions]

raise_stmt
  | 'raise' expression ['from' expression]
  | 'raise'

global_stmt
  | 'global' ','.NAME+

nonlocal_stmt
  | 'nonlocal' ','.NAME+

assert_stmt
  | 'assert' expression [',' expression]

del_stmt
  | 'del' del_targets &(';' | NEWLINE)
  | invalid_del_stmt

invalid_del_stmt
  | 'del' a:star_expressions
    => .rejectDeletion

type_alias
  | "type" NAME [type_params] '=' expression

assignment
  | NAME ':' expression ['=' annotated_rhs]
  | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
  | (star_targets '=')+ annotated_rhs !'=' [TYPE_COMMENT]
  | single_target augassign ~ annotated_rhs
  | invalid_assignment

annotated_rhs
  | yield_expr
  | star_expressions

augassign
  | '+='
  | '-='
  | '*='
  | '@='
  | '/='
  | '%='
  | '&='
  | '|='
  | '^='
  | '<<='
  | '>>='
  | '**='
  | '//='

invalid_assignment
  | a:invalid_ann_assign_target ':' expression
    => !at a "only single target (not {a}) can be annotated"
  | a:star_named_expression ',' star_named_expressions* ':' expression
    => !at a "only single target (not tuple) can be annotated"
  | a:expression ':' expression
    => !at a "illegal target for annotation"
  | (star_targets '=')* a:star_expressions '='
    => .rejectAssignment
  | (star_targets '=')* a:yield_expr '='
    => !at a "assignment to yield expression not possible"
  | a:star_expressions augassign annotated_rhs
    => !at a "'{a}' is an illegal expression for augmented assignment"

invalid_ann_assign_target
  | list
  | tuple
  | '(' a:invalid_ann_assign_target ')'
    => a

import_stmt
  | invalid_import
  | import_name
  | import_from

invalid_import
  | a:'import' ','.dotted_name+ 'from' dotted_name
    => !from a "Did you mean to use 'from ... import ...' instead?"
  | 'import' a:NEWLINE
    => !from a "Expected one or more names after 'import'"

import_name
  | 'import' ','.dotted_as_name+

import_from
  | 'from' ('.' | '...')* dotted_name 'import' import_from_targets
  | 'from' ('.' | '...')+ 'import' import_from_targets

import_from_targets
  | '(' import_from_as_names [','] ')'
  | import_from_as_names !','
  | '*'
  | invalid_import_from_targets

invalid_import_from_targets
  | import_from_as_names ',' NEWLINE
    => !here "trailing comma not allowed without surrounding parentheses"
  | a:NEWLINE
    => !from a "Expected one or more names after 'import'"

import_from_as_names
  | ','.import_from_as_name+

import_from_as_name
  | invalid_import_from_as_name
  | NAME ['as' NAME]

invalid_import_from_as_name
  | NAME 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a:expression
    => !at a "cannot use {a} as import target"

dotted_as_name
  | invalid_dotted_as_name
  | dotted_name ['as' NAME]

invalid_dotted_as_name
  | dotted_name 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a:expression
    => !at a "cannot use {a} as import target"

dotted_name left
  | dotted_name '.' NAME
  | NAME
`;
