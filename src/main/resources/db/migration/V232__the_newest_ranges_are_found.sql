-- Whether ranges drift is asked again and again.
CREATE INDEX told_range_judged ON told_range (nine_of_ten) WHERE nine_of_ten_held IS NOT NULL;
