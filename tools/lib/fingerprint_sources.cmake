# cifra_fingerprint(kName source…): generated/kName.cc, which defines kName, a hash of the sources.
function(cifra_fingerprint name)
  list(JOIN ARGN "\n" lines)
  set(list ${CMAKE_BINARY_DIR}/generated/${name}.txt)
  set(output ${CMAKE_BINARY_DIR}/generated/${name}.cc)
  file(CONFIGURE OUTPUT ${list} CONTENT "${lines}\n")
  set(script ${CMAKE_SOURCE_DIR}/tools/lib/fingerprint.cmake)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DFILES=${list} -DOUTPUT=${output} -P ${script}
    DEPENDS ${ARGN} ${list} ${script})
endfunction()
