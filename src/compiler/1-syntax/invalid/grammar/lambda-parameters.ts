// Error grammar: parameters of lambda; see parameters.ts.
export const LAMBDA_PARAMETERS = `
lambda_params
  | invalid_lambda_parameters
  | lambda_parameters

lambda_parameters
  | lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* [lambda_star_etc]
  | lambda_slash_with_default lambda_param_with_default* [lambda_star_etc]
  | lambda_param_no_default+ lambda_param_with_default* [lambda_star_etc]
  | lambda_param_with_default+ [lambda_star_etc]
  | lambda_star_etc

lambda_slash_no_default
  | lambda_param_no_default+ '/' ','
  | lambda_param_no_default+ '/' &':'

lambda_slash_with_default
  | lambda_param_no_default* lambda_param_with_default+ '/' ','
  | lambda_param_no_default* lambda_param_with_default+ '/' &':'

lambda_star_etc
  | invalid_lambda_star_etc
  | '*' lambda_param_no_default lambda_param_maybe_default* [lambda_kwds]
  | '*' ',' lambda_param_maybe_default+ [lambda_kwds]
  | lambda_kwds

lambda_kwds
  | invalid_lambda_kwds
  | '**' lambda_param_no_default

lambda_param_no_default
  | a:lambda_param ','
    => a
  | a:lambda_param &':'
    => a

lambda_param_with_default
  | lambda_param default ','
  | lambda_param default &':'

lambda_param_maybe_default
  | lambda_param default? ','
  | lambda_param default? &':'

lambda_param
  | a:NAME
    => arg

invalid_lambda_parameters
  | a:'/' ','
    => !at a "at least one argument must precede /"
  | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a:'/'
    => !at a "/ may appear only once"
  | lambda_slash_no_default? lambda_param_no_default* invalid_lambda_parameters_helper a:lambda_param_no_default
    => !at a "parameter without a default follows parameter with a default"
  | lambda_param_no_default* a:'(' ','.lambda_param+ ','? b:')'
    => !range a b "Lambda expression parameters cannot be parenthesized"
  | (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*' (',' | lambda_param_no_default) lambda_param_maybe_default* a:'/'
    => !at a "/ must be ahead of *"
  | lambda_param_maybe_default+ '/' a:'*'
    => !at a "expected comma between / and *"

invalid_lambda_parameters_helper
  | lambda_slash_with_default
  | lambda_param_with_default+

invalid_lambda_star_etc
  | '*' (':' | ',' (':' | '**'))
    => !here "named arguments must follow bare *"
  | '*' lambda_param a:'='
    => !at a "var-positional argument cannot have default value"
  | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a:'*' (lambda_param_no_default | ',')
    => !at a "* argument may appear only once"

invalid_lambda_kwds
  | '**' lambda_param a:'='
    => !at a "var-keyword argument cannot have default value"
  | '**' lambda_param ',' a:lambda_param
    => !at a "arguments cannot follow var-keyword argument"
  | '**' lambda_param ',' a:('*' | '**' | '/')
    => !at a "arguments cannot follow var-keyword argument"
`;
