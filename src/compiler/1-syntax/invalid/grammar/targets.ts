// Error grammar: what can be assigned to or deleted.
export const TARGETS = `
star_targets
  | a:star_target !','
    => a
  | a:star_target b:(',' c:star_target)* [',']
    => Tuple

star_targets_list_seq
  | ','.star_target+ [',']

star_targets_tuple_seq
  | star_target (',' star_target)+ [',']
  | star_target ','

star_target memo
  | '*' a:(!'*' star_target)
    => Starred
  | target_with_star_atom

target_with_star_atom memo
  | t_primary '.' NAME !t_lookahead
    => Attribute
  | t_primary '[' slices ']' !t_lookahead
    => Subscript
  | star_atom

star_atom
  | NAME
  | '(' target_with_star_atom ')'
  | '(' [star_targets_tuple_seq] ')'
  | '[' [star_targets_list_seq] ']'

single_target
  | single_subscript_attribute_target
  | NAME
  | '(' single_target ')'

single_subscript_attribute_target
  | t_primary '.' NAME !t_lookahead
  | t_primary '[' slices ']' !t_lookahead

t_primary left
  | t_primary '.' NAME &t_lookahead
  | t_primary '[' slices ']' &t_lookahead
  | t_primary genexp &t_lookahead
  | t_primary '(' [arguments] ')' &t_lookahead
  | a:atom &t_lookahead
    => a

t_lookahead
  | '('
  | '['
  | '.'

del_targets
  | ','.del_target+ [',']

del_target memo
  | t_primary '.' NAME !t_lookahead
  | t_primary '[' slices ']' !t_lookahead
  | del_t_atom

del_t_atom
  | NAME
  | '(' del_target ')'
  | '(' [del_targets] ')'
  | '[' [del_targets] ']'
`;
