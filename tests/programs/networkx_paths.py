# needs: networkx==3.7
"""networkx: shortest paths, components, spanning tree, centrality, colouring on made graphs."""

import networkx as nx

grid = nx.grid_2d_graph(6, 6)
for number, (u, v) in enumerate(grid.edges):
    grid[u][v]['weight'] = (number * 7919) % 13 + 1
print(nx.shortest_path(grid, (0, 0), (5, 5), weight='weight'), nx.dijkstra_path_length(grid, (0, 0), (5, 5)))
print(sorted(nx.single_source_shortest_path_length(grid, (0, 0)).items())[:5], nx.diameter(grid))
print(nx.astar_path(grid, (0, 0), (5, 5), lambda a, b: abs(a[0] - b[0]) + abs(a[1] - b[1])))
tree = nx.minimum_spanning_tree(grid)
print(sum(d['weight'] for _, _, d in tree.edges(data=True)), nx.is_tree(tree))
directed = nx.DiGraph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 4), (6, 1)])
print([sorted(c) for c in nx.strongly_connected_components(directed)], list(nx.topological_sort(nx.condensation(directed))))
print(nx.has_path(directed, 6, 5), list(nx.bfs_edges(directed, 6)), list(nx.dfs_preorder_nodes(directed, 6)))
petersen = nx.petersen_graph()
print({n: round(c, 4) for n, c in nx.betweenness_centrality(petersen).items()}, nx.greedy_color(petersen), nx.is_bipartite(petersen))
try:
    nx.shortest_path(directed, 5, 6)
except nx.NetworkXNoPath as error:
    print(error)
print(nx.bellman_ford_path(grid, (0, 0), (3, 3)), dict(nx.degree(petersen)), nx.to_dict_of_lists(nx.path_graph(4)))
print(len(list(nx.simple_cycles(directed))), nx.maximum_flow_value(nx.DiGraph([(0, 1, {'capacity': 3}), (1, 2, {'capacity': 2}), (0, 2, {'capacity': 1})]), 0, 2))
