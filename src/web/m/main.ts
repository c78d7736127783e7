import '#phone/shell';
