// Error grammar: parameters of functions. Those of lambda, in lambda-parameters.ts, are the same without annotations and
// type comments, and end at ":".
export const PARAMETERS = `
params
  | invalid_parameters
  | parameters

parameters
  | slash_no_default param_no_default* param_with_default* [star_etc]
  | slash_with_default param_with_default* [star_etc]
  | param_no_default+ param_with_default* [star_etc]
  | param_with_default+ [star_etc]
  | star_etc

slash_no_default
  | param_no_default+ '/' ','
  | param_no_default+ '/' &')'

slash_with_default
  | param_no_default* param_with_default+ '/' ','
  | param_no_default* param_with_default+ '/' &')'

star_etc
  | invalid_star_etc
  | '*' param_no_default param_maybe_default* [kwds]
  | '*' param_no_default_star_annotation param_maybe_default* [kwds]
  | '*' ',' param_maybe_default+ [kwds]
  | kwds

kwds
  | invalid_kwds
  | '**' param_no_default

param_no_default
  | a:param ',' TYPE_COMMENT?
    => a
  | a:param TYPE_COMMENT? &')'
    => a

param_no_default_star_annotation
  | param_star_annotation ',' TYPE_COMMENT?
  | param_star_annotation TYPE_COMMENT? &')'

param_with_default
  | param default ',' TYPE_COMMENT?
  | param default TYPE_COMMENT? &')'

param_maybe_default
  | param default? ',' TYPE_COMMENT?
  | param default? TYPE_COMMENT? &')'

param
  | a:NAME annotation?
    => arg

param_star_annotation
  | NAME ':' star_expression

annotation
  | ':' expression

default
  | '=' expression
  | invalid_default

invalid_default
  | a:'=' &(')' | ',')
    => !at a "expected default value expression"

invalid_parameters
  | a:'/' ','
    => !at a "at least one argument must precede /"
  | (slash_no_default | slash_with_default) param_maybe_default* a:'/'
    => !at a "/ may appear only once"
  | slash_no_default? param_no_default* invalid_parameters_helper a:param_no_default
    => !at a "parameter without a default follows parameter with a default"
  | param_no_default* a:'(' param_no_default+ ','? b:')'
    => !range a b "Function parameters cannot be parenthesized"
  | (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default) param_maybe_default* a:'/'
    => !at a "/ must be ahead of *"
  | param_maybe_default+ '/' a:'*'
    => !at a "expected comma between / and *"

invalid_parameters_helper
  | slash_with_default
  | param_with_default+

invalid_star_etc
  | a:'*' (')' | ',' (')' | '**'))
    => !at a "named arguments must follow bare *"
  | '*' ',' TYPE_COMMENT
    => !here "bare * has associated type comment"
  | '*' param a:'='
    => !at a "var-positional argument cannot have default value"
  | '*' (param_no_default | ',') param_maybe_default* a:'*' (param_no_default | ',')
    => !at a "* argument may appear only once"

invalid_kwds
  | '**' param a:'='
    => !at a "var-keyword argument cannot have default value"
  | '**' param ',' a:param
    => !at a "arguments cannot follow var-keyword argument"
  | '**' param ',' a:('*' | '**' | '/')
    => !at a "arguments cannot follow var-keyword argument"
`;
