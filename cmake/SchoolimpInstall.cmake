# Install rules, in two components that can be installed apart: `cpp` (headers, static library, schemas) and `c` (one header, the shared library, the licence).
# Both bring the CMake package, which offers what is there (schoolimp::headers, schoolimp::schoolimp; schoolimp::c), and their own .pc file.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/schoolimp)
configure_package_config_file(cmake/schoolimpConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/schoolimpConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/schoolimpConfigVersion.cmake COMPATIBILITY SameMinorVersion)

# The package files and the licence, which every component brings; and a .pc file with full directories: a prefix joined by hand breaks when they are absolute.
function(schoolimp_install_common component pc)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/schoolimpConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/schoolimpConfigVersion.cmake DESTINATION ${package_dir}
          COMPONENT ${component})
  install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT ${component})
  configure_file(cmake/${pc}.in ${CMAKE_CURRENT_BINARY_DIR}/${pc} @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${pc} DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT ${component})
endfunction()

install(TARGETS schoolimp_headers schoolimp EXPORT schoolimpTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT cpp)
set_target_properties(schoolimp PROPERTIES EXPORT_NAME schoolimp)
install(DIRECTORY include/schoolimp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT cpp FILES_MATCHING PATTERN "*.hpp")
install(DIRECTORY src/io/schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/schoolimp/schemas COMPONENT cpp FILES_MATCHING PATTERN "*.schema.json")
install(EXPORT schoolimpTargets NAMESPACE schoolimp:: DESTINATION ${package_dir} COMPONENT cpp)
schoolimp_install_common(cpp schoolimp.pc)

if(SCHOOLIMP_BUILD_C)
  install(TARGETS schoolimp_c EXPORT schoolimpCTargets
          LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT c NAMELINK_COMPONENT c
          RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT c
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT c)
  install(FILES capi/schoolimp_c.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT c)
  install(EXPORT schoolimpCTargets NAMESPACE schoolimp:: DESTINATION ${package_dir} COMPONENT c)
  schoolimp_install_common(c schoolimp_c.pc)
endif()
