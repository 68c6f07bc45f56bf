-- An index that leaves out what nobody said the product of is not used where the product comes from another table.
CREATE INDEX trace_node_of ON trace_node (material);
DROP INDEX trace_node_material;
